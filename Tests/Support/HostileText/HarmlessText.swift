/// What may reach a screen, by the categories of Unicode and not by the tables of the program.
package enum HarmlessText {
  /// Whether a terminal shows a scalar as a letter, a symbol or a space, in the order it comes in.
  package static func isBase(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark:
      false
    default: !scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether a terminal puts a scalar onto the one before it, in sight.
  package static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: !scalar.properties.isDefaultIgnorableCodePoint
    // The vowels and finals of Hangul stand in the cell of their syllable.
    case .otherLetter: (0x1161...0x11FF).contains(scalar.value)
    default: false
    }
  }

  package static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    isBase(scalar) || isMark(scalar)
  }
}
