macro_rules! headers {
    ($($name:literal => $value:expr),* $(,)?) => {
        vec![$(($name.to_string(), $value.to_string())),*]
    };
}

pub fn defaults(length: usize) -> Vec<(String, String)> {
    headers![
        "Content-Type" => "text/plain",
        "Content-Length" => length,
    ]
}
