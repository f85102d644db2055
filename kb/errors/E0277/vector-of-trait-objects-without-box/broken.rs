pub trait Rule {
    fn allows(&self, path: &str) -> bool;
}

pub struct Firewall {
    pub rules: Vec<dyn Rule>,
}

pub fn is_root(path: &str) -> bool {
    path == "/"
}
