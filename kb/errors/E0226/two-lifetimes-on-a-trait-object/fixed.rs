type Listener<'a> = Box<dyn Fn(&str) + 'a>;

pub struct Session<'a> {
    pub user: &'a str,
    listeners: Vec<Listener<'a>>,
}

impl<'a> Session<'a> {
    pub fn notify(&self) {
        for listener in &self.listeners {
            listener(self.user);
        }
    }
}
