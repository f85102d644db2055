pub trait Rule {
    fn name(&self) -> String;
}

pub struct Pair<'a, 'b, T: ?Sized + 'a + 'b> {
    pub first: &'a T,
    pub second: &'b T,
}

pub fn names<'a, 'b>(pair: &Pair<'a, 'b, dyn Rule + 'static>) -> String {
    format!("{} and {}", pair.first.name(), pair.second.name())
}
