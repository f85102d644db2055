struct Audit<'a> {
    user: Option<&'a str>,
}

impl Drop for Audit<'_> {
    fn drop(&mut self) {
        println!("audit closed for {:?}", self.user);
    }
}

fn main() {
    let name = String::from("ada");
    let mut audit = Audit { user: None };
    audit.user = Some(&name);
}
