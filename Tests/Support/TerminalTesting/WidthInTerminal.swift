/// How many cells a terminal gives to a text.
package func widthInTerminal(_ text: String) -> Int {
  let emulator = ScreenEmulator(rows: 2, columns: 80)
  emulator.show(Array(text.utf8))
  return emulator.cursor.column
}
