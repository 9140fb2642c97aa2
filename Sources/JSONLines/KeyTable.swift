/// The keys of an object with many: open addressing, at most half full.
///
///     slot   0 where it is free, else   | 32 bits of the hash | offset of the key + 1, 32 bits |
///
/// The hash's bits also say where a key belongs, so a table that has grown finds its keys' new places without reading
/// them again.
struct KeyTable {
  private static let fewestSlots = 64
  /// A table that grew beyond this is given back before it is used for another object.
  private static let mostSlotsKept = 1 << 16

  private var slots = ContiguousArray<UInt64>(repeating: 0, count: fewestSlots)
  private var slotsInUse = fewestSlots
  private var count = 0

  /// Forgets the keys. O(1), since the table begins small again.
  mutating func clear() {
    if slots.count > Self.mostSlotsKept { slots = ContiguousArray(repeating: 0, count: Self.fewestSlots) }
    slotsInUse = Self.fewestSlots
    for index in 0..<slotsInUse { slots[index] = 0 }
    count = 0
  }

  /// Adds a key by its hash and the offset of its content; false where it is there already. Amortized O(key).
  mutating func insert(hash: UInt64, offset: Int, of line: LineBytes) -> Bool {
    let tag = hash >> 32
    var index = Int(tag) & (slotsInUse - 1)
    while slots[index] != 0 {
      let slot = slots[index]
      if slot >> 32 == tag, line.stringsAreEqual(Int(slot & 0xFFFF_FFFF) - 1, offset) { return false }
      index = (index + 1) & (slotsInUse - 1)
    }
    slots[index] = tag << 32 | UInt64(offset + 1)
    count += 1
    if 2 * count > slotsInUse { grow() }
    return true
  }

  private mutating func grow() {
    let old = slots
    let oldCount = slotsInUse
    slotsInUse *= 2
    slots = ContiguousArray(repeating: 0, count: max(slotsInUse, old.count))
    for slot in old[..<oldCount] where slot != 0 {
      var index = Int(slot >> 32) & (slotsInUse - 1)
      while slots[index] != 0 { index = (index + 1) & (slotsInUse - 1) }
      slots[index] = slot
    }
  }
}
