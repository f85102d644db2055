const USER_AGENT: &str = "backup/1.4";

pub fn headers() -> Vec<(&'static str, &'static str)> {
    vec![("user-agent", USER_AGENT)]
}
