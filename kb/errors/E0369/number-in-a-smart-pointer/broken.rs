use std::rc::Rc;

pub struct Account {
    pub rate: Rc<f64>,
    pub cents: f64,
}

impl Account {
    pub fn interest(&self) -> f64 {
        self.rate * self.cents
    }
}
