/// Keys in a hash table that fits the processor's cache: open addressing, at most half full.
///
///     slot   0 where it is free, else   | 32 bits of the hash | offset of the key + 1, 32 bits |
///
/// The hash's bits also say where a key belongs, so a table that has grown finds its keys' new places without reading
/// them again.
struct KeyTable {
  /// The most keys of a table: what is larger leaves the cache, where each look-up costs a trip to memory.
  static let mostKeys = 1 << 15
  private static let fewestSlots = 128

  private var slots = ContiguousArray<UInt64>(repeating: 0, count: fewestSlots)
  private var slotsInUse = fewestSlots
  /// The slots before the table grew, kept for the next time.
  private var spare: ContiguousArray<UInt64> = []
  private(set) var count = 0

  /// A key by its hash and the offset of its content, as it appears in a slot.
  static func entry(hash: UInt64, offset: Int) -> UInt64 {
    hash & ~0xFFFF_FFFF | UInt64(truncatingIfNeeded: offset &+ 1)
  }

  /// The offset of the key in a slot.
  static func offset(of entry: UInt64) -> Int { Int(entry & 0xFFFF_FFFF) - 1 }

  /// The keys, in no order.
  var entries: some Sequence<UInt64> { slots[..<slotsInUse].lazy.filter { $0 != 0 } }

  /// Forgets the keys.
  mutating func clear() {
    slotsInUse = Self.fewestSlots
    for index in 0..<slotsInUse { slots[index] = 0 }
    count = 0
  }

  /// Adds a key; the offset of the same key where it is there already. Amortized O(key).
  mutating func insert(_ entry: UInt64, of line: LineBytes) -> Int? {
    var index = Int(entry >> 32) & (slotsInUse - 1)
    while slots[index] != 0 {
      let slot = slots[index]
      if slot >> 32 == entry >> 32, line.stringsAreEqual(Self.offset(of: slot), Self.offset(of: entry)) {
        return Self.offset(of: slot)
      }
      index = (index + 1) & (slotsInUse - 1)
    }
    slots[index] = entry
    count += 1
    if 2 * count > slotsInUse { grow() }
    return nil
  }

  /// Doubles the slots in use. O(slots in use), however many an earlier object left behind.
  private mutating func grow() {
    let oldCount = slotsInUse
    slotsInUse *= 2
    if spare.count < slotsInUse {
      spare = ContiguousArray(repeating: 0, count: slotsInUse)
    } else {
      for index in 0..<slotsInUse { spare[index] = 0 }
    }
    for old in 0..<oldCount where slots[old] != 0 {
      var index = Int(slots[old] >> 32) & (slotsInUse - 1)
      while spare[index] != 0 { index = (index + 1) & (slotsInUse - 1) }
      spare[index] = slots[old]
    }
    swap(&slots, &spare)
  }
}
