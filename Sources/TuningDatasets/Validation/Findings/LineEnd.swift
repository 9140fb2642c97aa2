/// What ends the text in which a fault of JSON is.
enum LineEnd {
  /// A line feed: it is a line of a dataset.
  case lineFeed
  /// The end of the file: it is a dataset's last line, without a line feed.
  case endOfFile
  /// Its own end: it is no line, but a document.
  case document
}
