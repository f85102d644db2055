pub const API_ROOT: &str = "https://api.example.org/v2";

pub fn endpoint(path: &str) -> String {
    format!("{API_ROOT}/{path}")
}
