struct Audit<'a> {
    user: Option<&'a str>,
}

impl Drop for Audit<'_> {
    fn drop(&mut self) {
        println!("audit closed for {:?}", self.user);
    }
}

fn main() {
    let mut audit = Audit { user: None };
    let name = String::from("ada");
    audit.user = Some(&name);
}
