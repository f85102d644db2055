pub struct Config {
    pub paths: Vec<String>,
}

pub fn first_path(config: &Config) -> Option<&str> {
    let paths = &config.paths;
    paths.first().map(String::as_str)
}
