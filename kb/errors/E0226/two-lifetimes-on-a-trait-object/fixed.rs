pub struct Session<'a> {
    pub user: &'a str,
    listeners: Vec<Box<dyn Fn(&str) + 'a>>,
}

impl<'a> Session<'a> {
    pub fn notify(&self) {
        for listener in &self.listeners {
            listener(self.user);
        }
    }
}
