/// Parts with media that are odd, and whether Google's parsers and the rules differ about them.
struct OddPart: Sendable {
  let title: String
  /// The fields of the part.
  let fields: String

  private init(_ title: String, _ fields: String) { (self.title, self.fields) = (title, fields) }

  /// The line with the part.
  var line: String {
    #"{"contents":[{"role":"user","parts":[{\#(fields)},{"text":"What is this?"}]},{"role":"model","parts":["#
      + #"{"text":"A cat."}]}]}"#
  }

  static let all = files + data + clips + resolutions + responses

  private static let files = [
    OddPart("fileData is null", #""fileData":null"#),
    OddPart("fileData is a string", #""fileData":"gs://bucket/o.mp4""#),
    OddPart("fileData is an array", #""fileData":["gs://bucket/o.mp4"]"#),
    OddPart("fileData is empty", #""fileData":{}"#),
    OddPart("no type", #""fileData":{"fileUri":"gs://bucket/o.mp4"}"#),
    OddPart("no URI", #""fileData":{"mimeType":"video/mp4"}"#),
    OddPart("a type that is a number", #""fileData":{"mimeType":1,"fileUri":"gs://bucket/o.mp4"}"#),
    OddPart("a type that is null", #""fileData":{"mimeType":null,"fileUri":"gs://bucket/o.mp4"}"#),
    OddPart("a type that is a list", #""fileData":{"mimeType":["video/mp4"],"fileUri":"gs://bucket/o.mp4"}"#),
    OddPart("a URI that is a number", #""fileData":{"mimeType":"video/mp4","fileUri":7}"#),
    OddPart(
      "a URI that is an object", #""fileData":{"mimeType":"video/mp4","fileUri":{"uri":"gs://bucket/o.mp4"}}"#
    ),
    OddPart("a URI that is null", #""fileData":{"mimeType":"video/mp4","fileUri":null}"#),
    OddPart("snake_case", #""file_data":{"mime_type":"video/mp4","file_uri":"gs://bucket/o.mp4"}"#),
    OddPart(
      "both spellings of a type",
      #""fileData":{"mimeType":"video/mp4","mime_type":"video/mp4","fileUri":"gs://bucket/o.mp4"}"#),
    OddPart(
      "both spellings of the file",
      #"\#(file),"file_data":{"mime_type":"video/mp4","file_uri":"gs://bucket/o.mp4"}"#),
    OddPart("a misspelled field", #""fileData":{"mimetype":"video/mp4","fileUri":"gs://bucket/o.mp4"}"#),
    OddPart(
      "an unknown field", #""fileData":{"mimeType":"video/mp4","fileUri":"gs://bucket/o.mp4","size":1}"#),
    OddPart(
      "a display name",
      #""fileData":{"mimeType":"video/mp4","fileUri":"gs://bucket/o.mp4","displayName":"o"}"#),
    OddPart(
      "a display name that is a number",
      #""fileData":{"mimeType":"video/mp4","fileUri":"gs://bucket/o.mp4","displayName":1}"#),
    OddPart("text and a file", #""text":"Hi",\#(file)"#),
    OddPart("a file and data", #"\#(file),"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo="}"#),
    OddPart("an empty URI", #""fileData":{"mimeType":"video/mp4","fileUri":""}"#),
    OddPart("an escape in the type", #""fileData":{"mimeType":"video\/mp4","fileUri":"gs://bucket/o.mp4"}"#),
    OddPart(
      "parameters of a type", #""fileData":{"mimeType":"audio/wav; codecs=1","fileUri":"gs://bucket/o.wav"}"#),
    OddPart("a type in capitals", #""fileData":{"mimeType":"IMAGE/PNG","fileUri":"gs://bucket/o.png"}"#),
  ]

  private static let data = [
    OddPart("inlineData is null", #""inlineData":null"#),
    OddPart("inlineData is a string", #""inlineData":"iVBORw0KGgo=""#),
    OddPart("inlineData is empty", #""inlineData":{}"#),
    OddPart("no data", #""inlineData":{"mimeType":"image/png"}"#),
    OddPart("data that are null", #""inlineData":{"mimeType":"image/png","data":null}"#),
    OddPart("data that are a number", #""inlineData":{"mimeType":"image/png","data":5}"#),
    OddPart(
      "data that are an array of bytes", #""inlineData":{"mimeType":"image/png","data":[137,80,78,71]}"#),
    OddPart(
      "data that are an object", #""inlineData":{"mimeType":"image/png","data":{"b64":"iVBORw0KGgo="}}"#),
    OddPart("data that are true", #""inlineData":{"mimeType":"image/png","data":true}"#),
    OddPart("data without a type", #""inlineData":{"data":"iVBORw0KGgo="}"#),
    OddPart("a URI in data", #""inlineData":{"mimeType":"image/png","fileUri":"gs://bucket/o.png"}"#),
    OddPart("empty data", #""inlineData":{"mimeType":"image/png","data":""}"#),
    OddPart("data in snake_case", #""inline_data":{"mime_type":"image/png","data":"iVBORw0KGgo="}"#),
    OddPart("data as bytes of Python", #""inlineData":{"mimeType":"image/png","data":"b'iVBORw0KGgo='"}"#),
  ]

  private static let clips = [
    OddPart("a clip", #"\#(file),"videoMetadata":{"startOffset":"5s","endOffset":"25.5s"}"#),
    OddPart("a clip in snake_case", #"\#(file),"videoMetadata":{"start_offset":"5s","end_offset":"25.5s"}"#),
    OddPart("offsets that are numbers", #"\#(file),"videoMetadata":{"startOffset":5,"endOffset":25}"#),
    OddPart("offsets without a unit", #"\#(file),"videoMetadata":{"startOffset":"5","endOffset":"25"}"#),
    OddPart("an offset in minutes", #"\#(file),"videoMetadata":{"startOffset":"1m"}"#),
    OddPart("an offset as a clock shows it", #"\#(file),"videoMetadata":{"startOffset":"00:05"}"#),
    OddPart("an offset that is empty", #"\#(file),"videoMetadata":{"startOffset":""}"#),
    OddPart("an offset that is null", #"\#(file),"videoMetadata":{"startOffset":null}"#),
    OddPart("an offset that is an object", #"\#(file),"videoMetadata":{"startOffset":{"seconds":5}}"#),
    OddPart("an offset with a space", #"\#(file),"videoMetadata":{"startOffset":"5 s"}"#),
    OddPart("an offset with a plus", #"\#(file),"videoMetadata":{"startOffset":"+5s"}"#),
    OddPart("an offset with an exponent", #"\#(file),"videoMetadata":{"startOffset":"1e1s"}"#),
    OddPart("an offset of ten decimals", #"\#(file),"videoMetadata":{"startOffset":"0.1234567890s"}"#),
    OddPart("an offset of ten thousand years", #"\#(file),"videoMetadata":{"startOffset":"315576000001s"}"#),
    OddPart("an end before the start", #"\#(file),"videoMetadata":{"startOffset":"25s","endOffset":"5s"}"#),
    OddPart("a negative offset", #"\#(file),"videoMetadata":{"startOffset":"-5s"}"#),
    OddPart("a clip that is a string", #"\#(file),"videoMetadata":"5s""#),
    OddPart("a clip that is a list", #"\#(file),"videoMetadata":["5s"]"#),
    OddPart("a clip that is null", #"\#(file),"videoMetadata":null"#),
    OddPart("an empty clip", #"\#(file),"videoMetadata":{}"#),
    OddPart("a rate", #"\#(file),"videoMetadata":{"fps":2}"#),
    OddPart("a rate in quotes", #"\#(file),"videoMetadata":{"fps":"2"}"#),
    OddPart("a rate of zero", #"\#(file),"videoMetadata":{"fps":0}"#),
    OddPart("a rate of thirty", #"\#(file),"videoMetadata":{"fps":30}"#),
    OddPart("a rate that is a word", #"\#(file),"videoMetadata":{"fps":"high"}"#),
    OddPart("an unknown field of a clip", #"\#(file),"videoMetadata":{"duration":"5s"}"#),
    OddPart("a clip without a video", #""videoMetadata":{"startOffset":"5s"}"#),
  ]

  private static let resolutions = [
    OddPart("a part's resolution", #"\#(file),"mediaResolution":{"level":"MEDIA_RESOLUTION_HIGH"}"#),
    OddPart("a part's resolution that is a string", #"\#(file),"mediaResolution":"MEDIA_RESOLUTION_HIGH""#),
    OddPart("a part's resolution that is no name", #"\#(file),"mediaResolution":{"level":"HIGH"}"#),
    OddPart("a part's resolution by its number", #"\#(file),"mediaResolution":{"level":3}"#),
    OddPart("a number of tokens", #"\#(file),"mediaResolution":{"numTokens":256}"#),
  ]

  private static let responses = [
    OddPart("a file in a response", #""functionResponse":{"name":"f","response":{},"parts":[{\#(file)}]}"#),
    OddPart(
      "data in a response",
      #""functionResponse":{"name":"f","response":{},"parts":[{"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo="}}]}"#
    ),
    OddPart(
      "bad data in a response",
      #""functionResponse":{"name":"f","response":{},"parts":[{"inlineData":{"mimeType":"image/png","data":"iVBORw0KG"}}]}"#
    ),
    OddPart(
      "a text in a response", #""functionResponse":{"name":"f","response":{},"parts":[{"text":"Hi"}]}"#),
    OddPart(
      "parts of a response that are an object",
      #""functionResponse":{"name":"f","response":{},"parts":{\#(file)}}"#),
    OddPart(
      "a part of a response that is a string",
      #""functionResponse":{"name":"f","response":{},"parts":["gs://bucket/o.mp4"]}"#),
    OddPart("an empty part of a response", #""functionResponse":{"name":"f","response":{},"parts":[{}]}"#),
  ]

  private static let file = #""fileData":{"mimeType":"video/mp4","fileUri":"gs://bucket/o.mp4"}"#

  /// Where the rules are not of the parsers' opinion, and why.
  static let differences = [
    "fileData is null": required, "fileData is empty": required, "no type": required, "no URI": required,
    "a type that is null": required, "a URI that is null": required, "an empty URI": required,
    "inlineData is null": required, "data without a type": required, "a clip without a video": required,
    "an unknown field": unknown, "an unknown field of a clip": unknown, "a text in a response": unknown,
    "a display name": newer, "a rate": newer, "a rate in quotes": newer, "a part's resolution": newer,
    "a number of tokens": newer,
    "a part's resolution by its number": "protobuf reads numbers of names, but its type lacks the field",
    "an offset with a space": "Python skips spaces in numbers, which no other parser does",
    "an end before the start": "there is nothing to see in such a clip",
  ]

  private static let required = "the reference requires it, and the parsers do not ask for it"
  private static let unknown = "whether the service refuses unknown fields is not known: a warning"
  private static let newer = "protobuf's type is older than the field, which google-genai has"
}
