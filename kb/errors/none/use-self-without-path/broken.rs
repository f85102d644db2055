use {self, std::fs};

pub fn read_config(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_default()
}
