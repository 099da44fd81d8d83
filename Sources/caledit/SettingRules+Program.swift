import CalendarAPI
import CalendarModel
import CalendarWork
import UserConfiguration

extension SettingRules {
  /// The values that this program knows.
  static let program = SettingRules(
    choices: [
      .route: RouteSetting.allCases.map(\.rawValue),
      .update: UpdateSetting.allCases.map(\.rawValue),
      .apiVersion: APIVersion.allCases.map(\.rawValue),
      .theme: ThemeName.allCases.map(\.rawValue),
    ],
    standardBaseURL: BaseURL.live.description
  ) { name, value in
    guard name == .baseURL else { return nil }
    do throws(BaseURL.Problem) {
      _ = try BaseURL(value)
      return nil
    } catch {
      return error.message
    }
  }
}
