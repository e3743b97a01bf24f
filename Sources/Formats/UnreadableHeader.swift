/// The problems for which a header could not be read, at least one, each at its place in the file.
package struct UnreadableHeader: Error, Hashable {
  package let problems: [ReadProblem]

  package init(problems: [ReadProblem]) { self.problems = problems }
}
