pub struct Line<'b> {
    pub text: &'b str,
}

pub trait Source<'a> {
    type Item;
    fn first(&'a self) -> Option<Self::Item>;
}

pub struct Log<'b>(pub Vec<Line<'b>>);

impl<'a, 'b> Source<'a> for Log<'b> {
    type Item = &'a Line<'b>;

    fn first(&'a self) -> Option<&'a Line<'b>> {
        self.0.first()
    }
}
