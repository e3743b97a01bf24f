/// What whoever reads a file knows of its questions from the last time, so that a question whose lines
/// stand there as before need not be made again. A question is known by a digest of its lines and of
/// all else in the file that their meaning rests on.
package protocol KnownSources {
  /// What every digest is made under: it differs where the same file may come to mean something else,
  /// with another version of the program.
  var context: UInt128 { get }

  /// The digest of some bytes under another digest. Different bytes or contexts have different ones.
  func digest(of bytes: UnsafeBufferPointer<UInt8>, under context: UInt128) -> UInt128

  /// The number under which the question with this digest is known; nil where it is not.
  func question(source digest: UInt128) -> Int?
}
