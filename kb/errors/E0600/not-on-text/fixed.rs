pub struct Signup {
    pub name: String,
    pub email: String,
}

pub fn problem(form: &Signup) -> Option<&'static str> {
    if form.name.is_empty() {
        return Some("please enter a name");
    }
    (!form.email.contains('@')).then_some("this is not an e-mail address")
}
