import Glibc

/// The file by which the owner of a data folder says that exams in it may go by a set clock: a folder of
/// tests, or of a page that shows a whole exam. Candidates cannot write there.
package enum SetClockMark {
  /// Its name in the data folder.
  package static let fileName = "stepped-clock"

  /// Whether it stands in a folder: a file, no link, of the folder's own owner.
  package static func stands(in folder: String) -> Bool {
    var place = stat()
    var mark = stat()
    guard stat(folder, &place) == 0, lstat(folder + "/" + fileName, &mark) == 0 else {
      return false
    }
    return mark.st_mode & S_IFMT == S_IFREG && mark.st_uid == place.st_uid
  }
}
