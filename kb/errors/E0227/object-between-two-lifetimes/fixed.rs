pub trait Link<'a, 'b>: 'a + 'b {
    fn parent(&self) -> &'a str;
    fn child(&self) -> &'b str;
}

pub struct Node<'a: 'b, 'b> {
    pub link: Box<dyn Link<'a, 'b> + 'a>,
    pub name: &'b str,
}
