pub struct Config {
    pub path: String,
}

pub struct Loader<'a> {
    pub config: &'a Config<'a>,
}

pub fn path_of<'a>(loader: &Loader<'a>) -> &'a str {
    &loader.config.path
}
