package dev.perfloop.change;

import dev.perfloop.change.SetParameter.Scope;
import java.util.List;

/** For tests that set parameters of a real target. */
abstract class SettingAShop extends ChangingAShop {
    final String database = String.valueOf(shop.source.getDatabaseName());

    SetParameter set(Scope scope, String name, String value) {
        return room.get(FormerState.class).set(ShopDatabase.RUN, scope, name, value);
    }

    String inNewSession(String parameter) {
        return shop.shop.sql("SHOW " + parameter).query(String.class).single();
    }

    List<String> sent() {
        return room.ours
                .sql("SELECT statement FROM change_statement WHERE millis IS NOT NULL AND error IS NULL ORDER BY id")
                .query(String.class)
                .list();
    }
}
