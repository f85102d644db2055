pub trait Layer {
    const DEPTH: usize;
}

pub struct Base;

impl Layer for Base {
    const DEPTH: usize = 1;
}
