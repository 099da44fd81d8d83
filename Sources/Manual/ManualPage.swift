/// A page of the manual, for `man` and for a terminal without it.
package struct ManualPage: Sendable, Hashable {
  /// A part of a page with its title, such as "DESCRIPTION".
  package struct Part: Sendable, Hashable {
    package let title: String
    package let blocks: [ManualBlock]

    package init(_ title: String, _ blocks: [ManualBlock]) {
      (self.title, self.blocks) = (title, blocks)
    }
  }

  /// `caledit-set`.
  package let name: String
  /// 1 for commands, 5 for files, 7 for the rest.
  package let section: Int
  /// What it is about, in a few words without a full stop.
  package let summary: String
  /// How the commands of the page are called, a line each; empty for a page about no command.
  package let synopsis: [ManualText]
  package let parts: [Part]

  /// - Parameter parts: those without blocks are left out.
  package init(
    _ name: String, section: Int, summary: String, synopsis: [ManualText] = [], _ parts: [Part]
  ) {
    (self.name, self.section, self.summary) = (name, section, summary)
    self.synopsis = synopsis
    self.parts = parts.filter { !$0.blocks.isEmpty }
  }

  /// `caledit-set.1`.
  package var fileName: String { "\(name).\(section)" }

  /// The page as others refer to it: `caledit-set(1)`.
  package var reference: ManualText {
    ManualText([.init(name, .literal), .init("(\(section))", .plain)])
  }
}

/// What a page consists of.
package indirect enum ManualBlock: Sendable, Hashable {
  case paragraph(ManualText)
  /// The title of what follows, below that of the part.
  case heading(String)
  /// Terms with what they mean.
  ///
  /// - Parameters:
  ///   - indent: how far to the right of the terms their meaning begins.
  ///   - isCompact: whether there are no empty lines between them.
  case definitions([ManualDefinition], indent: Int, isCompact: Bool)
  /// Lines that are shown as they stand.
  case example([String])

  package static func definitions(_ list: [ManualDefinition]) -> ManualBlock {
    .definitions(list, indent: 8, isCompact: false)
  }

  /// A table of short lines.
  package static func table(_ list: [ManualDefinition], indent: Int) -> ManualBlock {
    .definitions(list, indent: indent, isCompact: true)
  }
}

extension ManualBlock: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  /// A paragraph.
  package init(stringLiteral value: String) { self = .paragraph(ManualText(marked: value)) }
}

/// A term with what it means.
package struct ManualDefinition: Sendable, Hashable {
  package let term: ManualText
  package let blocks: [ManualBlock]

  package init(_ term: ManualText, _ blocks: [ManualBlock]) {
    (self.term, self.blocks) = (term, blocks)
  }

  package init(_ term: ManualText, _ meaning: ManualText) {
    self.init(term, [.paragraph(meaning)])
  }
}
