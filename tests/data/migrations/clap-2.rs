use clap::{App, Arg, SubCommand};

fn app() -> App<'static, 'static> {
    App::new("tool")
        .about("App::new(\"words\")")
        .arg(Arg::with_name("name").short("n").long("name").takes_value(true))
        .subcommand(SubCommand::with_name("go").arg(Arg::with_name("where").required(true)))
}

fn main() {
    for line in [vec!["tool", "-n", "me", "go", "home"], vec!["tool", "go"], vec!["tool", "--name", "x"]] {
        match app().get_matches_from_safe(line) {
            Ok(found) => {
                let name = found.value_of("name");
                let place = found.subcommand_matches("go").and_then(|go| go.value_of("where"));
                println!("{name:?} {place:?}");
            }
            Err(_) => println!("refused"),
        }
    }
}
