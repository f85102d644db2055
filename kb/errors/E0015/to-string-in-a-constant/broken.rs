pub const API_ROOT: String = "https://api.example.org/v2".to_string();

pub fn endpoint(path: &str) -> String {
    format!("{API_ROOT}/{path}")
}
