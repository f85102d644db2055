pub struct Config {
    pub path: String,
}

pub fn configured(path: String) -> Config {
    Config { path: path.into() }
}
