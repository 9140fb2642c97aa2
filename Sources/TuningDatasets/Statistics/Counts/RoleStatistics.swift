/// How many turns have each role.
public struct RoleStatistics: Sendable, Codable, Equatable {
  /// A role of turns.
  public enum Role: String, Sendable, CaseIterable {
    case user, model
    /// No role, which the service takes for a user's.
    case none
    case system
    /// `function` or `tool`.
    case function
    /// Another string.
    case other
    /// A role or a turn that cannot be read.
    case unreadable
  }

  private var counts = ContiguousArray(repeating: 0, count: Role.allCases.count)

  init() {}

  /// How many turns have a role.
  public subscript(role: Role) -> Int { counts[Self.index(of: role)] }

  /// Adds the turns of an example.
  mutating func add(_ example: borrowing TrainingExample) {
    for index in 0..<example.turns.count { counts[Self.index(of: Role(example.turns[index].role))] += 1 }
    // Of several turns in a row that cannot be read, one is kept.
    counts[Self.index(of: .unreadable)] += example.turnsInLine - example.turns.count
  }

  mutating func append(_ next: RoleStatistics) {
    for index in counts.indices { counts[index] += next.counts[index] }
  }

  @inline(__always)
  private static func index(of role: Role) -> Int {
    switch role {
    case .user: 0
    case .model: 1
    case .none: 2
    case .system: 3
    case .function: 4
    case .other: 5
    case .unreadable: 6
    }
  }
}

extension RoleStatistics.Role {
  @inline(__always)
  fileprivate init(_ role: TrainingExample.Role) {
    self =
      switch role {
      case .absent: .none
      case .user: .user
      case .model: .model
      case .system: .system
      case .function: .function
      case .unknown: .other
      case .spoilt: .unreadable
      }
  }
}
