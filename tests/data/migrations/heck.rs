use heck::{CamelCase, KebabCase, MixedCase, ShoutySnakeCase, SnakeCase, TitleCase};

/// The words stay: SnakeCase
#[derive(Debug)]
enum Style {
    SnakeCase,
    CamelCase,
}

fn main() {
    let text = "some fieldName";
    println!(
        "{} {} {} {} {} {}",
        text.to_snake_case(),
        text.to_kebab_case(),
        text.to_camel_case(),
        text.to_mixed_case(),
        text.to_shouty_snake_case(),
        text.to_title_case()
    );
    println!("SnakeCase {:?} {:?}", Style::SnakeCase, Style::CamelCase);
}
