pub trait KeptIn<'index> {}

impl<'text: 'index, 'index> KeptIn<'index> for &'text str {}

pub struct Index<'index, T: KeptIn<'index>> {
    pub words: Vec<T>,
    pub title: &'index str,
}

pub fn rename<'text, 'index>(index: &mut Index<'index, &'text str>, title: &'index str) {
    index.title = title;
}
