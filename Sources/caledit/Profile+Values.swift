import CalendarAPI
import CalendarModel
import CalendarWork
import UserConfiguration

/// The settings of a connection, as the types that it needs.
///
/// The configuration file has been checked; what variables say has not.
extension Profile {
  /// The address of the service.
  func base() throws(Failure) -> BaseURL {
    let text = baseURL
    do {
      return try BaseURL(text)
    } catch .credentials {
      // The address may hold a password, so the message does not repeat it.
      throw Failure(BaseURL.Problem.credentials.message)
    } catch {
      throw Failure("\(text): \(error.message)")
    }
  }

  /// Why a route and a version contradict each other.
  static let documentedRouteOfV3 =
    "that version saves without /free-slots, so --route documented cannot be used with it"

  /// The version of the calendar calls.
  func apiVersion() throws(Failure) -> APIVersion {
    guard let setting = self[.apiVersion] else { return .dated }
    let source: String
    switch setting.origin {
    case .option(let name), .environment(let name): source = name
    case .profile, .general, .standard: source = SettingName.apiVersion.rawValue
    }
    guard let version = APIVersion(rawValue: setting.value) else {
      let choices = APIVersion.allCases.map(\.rawValue).joined(separator: " or ")
      throw Failure(
        "\(source): “\(setting.value)” is not a version of the API; it must be \(choices)")
    }
    if version == .v3, route == .documented {
      throw Failure("\(source): \(Self.documentedRouteOfV3)")
    }
    return version
  }

  var route: RouteSetting { self[.route].flatMap { RouteSetting(rawValue: $0.value) } ?? .auto }

  var updates: UpdateSetting {
    self[.update].flatMap { UpdateSetting(rawValue: $0.value) } ?? .auto
  }

  /// In seconds.
  var timeout: Int { self[.timeout].flatMap { Int($0.value) } ?? AccountOptions.defaultTimeout }
}
