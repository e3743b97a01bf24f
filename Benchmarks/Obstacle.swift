import Glibc

/// Why nothing could be measured.
enum Obstacle: Error, CustomStringConvertible {
  case usage(String)
  case missing(String)
  case system(String, Int32)
  case failed(String, status: Int32, output: String)
  case wrongResult(String)

  var description: String {
    switch self {
    case .usage(let word):
      "usage: MingfaBench [--only start|answer|home|load|schedule|plan|law|assembly|near] "
        + "[--json FILE]; not \(word)"
    case .missing(let what):
      "\(what) is missing; scripts/setup bench installs what is compared with"
    case .system(let call, let number): "\(call): \(String(cString: strerror(number)))"
    case .failed(let program, let status, let output):
      "\(program) ended with status \(status): \(output.suffix(500))"
    case .wrongResult(let what): "the result is wrong, so its time says nothing: \(what)"
    }
  }
}
