pub struct Route<'a> {
    pub prefix: &'a str,
    pub path: &'a str,
}

impl Route<'_> {
    pub fn url(&self) -> String {
        [self.prefix, self.path].concat()
    }
}
