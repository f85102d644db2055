pub enum Severity {
    Info,
    Warning,
    Critical,
}

pub struct Alert {
    pub severity: Severity,
    pub text: String,
}

pub fn wakes_somebody_up(alert: &Alert) -> bool {
    alert.severity >= Severity::Critical
}
