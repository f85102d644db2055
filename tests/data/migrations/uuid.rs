use uuid::Uuid;

fn shown(id: &Uuid) -> String {
    format!("{} {}", id.to_hyphenated_ref(), id.to_simple_ref())
}

fn main() {
    let id = Uuid::parse_str("67e55044-10b1-426f-9247-bb680e5fe0c8").unwrap();
    println!("{} {} {}", id.to_hyphenated(), id.to_simple(), id.to_urn());
    println!("{} {}", shown(&id), uuid::adapter::Simple::from_uuid(id));
    println!(".to_simple() {}", id.to_simple().to_string().len());
}
