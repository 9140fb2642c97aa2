import ArgumentParser
import Reports

extension ReportForm: Choice {}
