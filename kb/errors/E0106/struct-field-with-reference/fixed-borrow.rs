pub struct User<'a> {
    pub name: &'a str,
    pub age: u32,
}

pub fn greet(user: &User) -> String {
    format!("Hello {}, {} years old", user.name, user.age)
}
