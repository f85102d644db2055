fn show(value: &dyn Debug) -> Result<(), Error> {
    let seen: HashMap<u8, u8> = HashMap::new();
    Ok(())
}

fn main() {}
