extension Style.Color {
  /// The one of the terminal's sixteen colours that comes nearest to a CSS colour in hexadecimal;
  /// nil for a text that is none.
  ///
  /// Takes `#rgb`, `#rrggbb` and `#rrggbbaa`, the last without its opacity. The hue comes first: a
  /// pale green is a green and no grey. How a terminal shows its colours is its own business; here
  /// they are taken to be those of xterm.
  package init?(nearestTo css: String) {
    guard let wanted = Components(css: css) else { return nil }
    let nearest = Self.candidates(wanted.hue).compactMap { color in
      color.components.map { (color: color, distance: wanted.distance(to: $0)) }
    }
    .min { $0.distance < $1.distance }
    guard let nearest else { return nil }
    self = nearest.color
  }

  /// The dark and the bright colour of a hue; the greys for none.
  ///
  /// The borders are where eyes see them: far more hues are green than cyan.
  private static func candidates(_ hue: Int?) -> [Style.Color] {
    guard let hue else { return [.black, .brightBlack, .white, .brightWhite] }
    return switch hue {
    case 20..<70: [.yellow, .brightYellow]
    case 70..<165: [.green, .brightGreen]
    case 165..<210: [.cyan, .brightCyan]
    case 210..<265: [.blue, .brightBlue]
    case 265..<345: [.magenta, .brightMagenta]
    default: [.red, .brightRed]
    }
  }

  /// As xterm shows it; nil for the terminal's own foreground or background.
  private var components: Components? {
    switch self {
    case .normal: nil
    case .black: Components(red: 0, green: 0, blue: 0)
    case .red: Components(red: 205, green: 0, blue: 0)
    case .green: Components(red: 0, green: 205, blue: 0)
    case .yellow: Components(red: 205, green: 205, blue: 0)
    case .blue: Components(red: 0, green: 0, blue: 238)
    case .magenta: Components(red: 205, green: 0, blue: 205)
    case .cyan: Components(red: 0, green: 205, blue: 205)
    case .white: Components(red: 229, green: 229, blue: 229)
    case .brightBlack: Components(red: 127, green: 127, blue: 127)
    case .brightRed: Components(red: 255, green: 0, blue: 0)
    case .brightGreen: Components(red: 0, green: 255, blue: 0)
    case .brightYellow: Components(red: 255, green: 255, blue: 0)
    case .brightBlue: Components(red: 92, green: 92, blue: 255)
    case .brightMagenta: Components(red: 255, green: 0, blue: 255)
    case .brightCyan: Components(red: 0, green: 255, blue: 255)
    case .brightWhite: Components(red: 255, green: 255, blue: 255)
    }
  }

  /// The parts of a colour, 0 to 255.
  private struct Components {
    var red: Int
    var green: Int
    var blue: Int

    init(red: Int, green: Int, blue: Int) {
      (self.red, self.green, self.blue) = (red, green, blue)
    }

    init?(css: String) {
      guard css.hasPrefix("#") else { return nil }
      let digits = css.dropFirst().compactMap { $0.isASCII ? $0.hexDigitValue : nil }
      guard digits.count == css.count - 1 else { return nil }
      switch digits.count {
      case 3: self.init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
      case 6, 8:
        self.init(
          red: digits[0] * 16 + digits[1], green: digits[2] * 16 + digits[3],
          blue: digits[4] * 16 + digits[5])
      default: return nil
      }
    }

    /// In degrees, 0 is red and 120 green; nil for what looks grey or black.
    var hue: Int? {
      let most = max(red, green, blue)
      let range = most - min(red, green, blue)
      guard most >= 48, range * 5 >= most else { return nil }
      let (sector, difference) =
        most == red
        ? (0, green - blue) : most == green ? (120, blue - red) : (240, red - green)
      return (sector + 60 * difference / range + 360) % 360
    }

    /// Weighted as eyes weigh it ("redmean"), squared; it only serves to compare.
    func distance(to other: Components) -> Int {
      let mean = (red + other.red) / 2
      let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
      return (512 + mean) * r * r + 1024 * g * g + (767 - mean) * b * b
    }
  }
}
