macro_rules! setting {
    ($key:expr, $value:expr) => {
        format!("{}={}", $key, $value)
    };
}

pub fn defaults() -> [String; 2] {
    [setting!("port", 8080), setting!("verbose", true)]
}
