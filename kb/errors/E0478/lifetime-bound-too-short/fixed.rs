pub trait Resource<'app>: 'app {
    fn name(&self) -> &str;
}

pub struct Request<'env> {
    pub path: &'env str,
}

impl<'app, 'env: 'app> Resource<'app> for Request<'env> {
    fn name(&self) -> &str {
        self.path
    }
}
