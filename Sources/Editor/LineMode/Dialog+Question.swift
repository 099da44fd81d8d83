/// The dialogs that ask before something is done: an end of the input leaves it undone.
extension ConfirmDialog { var isQuestion: Bool { true } }
extension ConflictDialog { var isQuestion: Bool { true } }
extension DraftDialog { var isQuestion: Bool { true } }
extension PromptDialog { var isQuestion: Bool { true } }
extension SecretPromptDialog { var isQuestion: Bool { true } }
extension ReviewDialog { var isQuestion: Bool { true } }
extension BatchPlanDialog { var isQuestion: Bool { true } }
