pub trait Backend {
    fn open(path: &str) -> Self;
    fn read(&self, key: &str) -> Option<String>;
}

pub struct Layered {
    pub layers: Vec<Box<dyn Backend>>,
}

impl Layered {
    pub fn read(&self, key: &str) -> Option<String> {
        self.layers.iter().find_map(|layer| layer.read(key))
    }
}
