import ArgumentParser
import Reports

/// The command without options, as hooks give it. The parser asks the runtime so much about its options, at every start, that
/// it takes longer than the check of a small file does; what it would come to is written here, and a test compares the two.
extension Validate {
  /// - Parameter words: the words of the command line, of which the first selects the command.
  /// - Returns: nil if there is no file, or anything but files.
  init?(plain words: ArraySlice<String>) {
    let files = words.dropFirst()
    guard words.first == Self.configuration.commandName, !files.isEmpty,
      files.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") })
    else { return nil }
    self.init()
    (self.files, validation, shards) = (Array(files), [], false)
    (model, catalog, tokenizer) = (nil, nil, nil)
    (maximumLineBytes, jobs, failOn, maximumFindings) = (nil, nil, nil, nil)
    (reports, rules, fixes) = (.plain, .plain, .plain)
    (settings, baseline, input) = (.plain, .plain, .plain)
  }
}

extension ReportOptions {
  fileprivate static var plain: Self {
    var options = Self()
    (options.format, options.output, options.quiet) = (.text, [], false)
    (options.statistics, options.color) = (false, .auto)
    return options
  }
}

extension RuleOptions {
  fileprivate static var plain: Self {
    var options = Self()
    (options.select, options.extendSelect, options.ignore) = ([], [], [])
    return options
  }
}

extension FixOptions {
  fileprivate static var plain: Self {
    var options = Self()
    (options.fix, options.unsafeFixes, options.diff, options.fixedFile) = (false, false, false, nil)
    return options
  }
}

extension SettingsOptions {
  fileprivate static var plain: Self {
    var options = Self()
    (options.config, options.isolated) = (nil, false)
    return options
  }
}

extension BaselineOptions {
  fileprivate static var plain: Self {
    var options = Self()
    (options.baseline, options.noBaseline, options.writeBaseline) = (nil, false, false)
    return options
  }
}

extension InputOptions {
  fileprivate static var plain: Self {
    var options = Self()
    (options.recursive, options.stdinFilename, options.since, options.watch) = (false, nil, nil, false)
    return options
  }
}
