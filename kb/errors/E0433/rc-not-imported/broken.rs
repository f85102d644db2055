pub struct Texture {
    pub name: String,
}

pub fn instances(name: &str, count: usize) -> usize {
    let texture = Rc::new(Texture {
        name: name.to_string(),
    });
    let copies = vec![texture; count];
    copies.iter().filter(|t| !t.name.is_empty()).count()
}
